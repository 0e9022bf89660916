"""Sizes of a Whisper model, read from its weights."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    vocabulary: int
    channels: int
    heads: int
    mels: int
    encoder_layers: int
    decoder_layers: int
    audio_positions: int
    text_positions: int

    def metadata(self):
        """Keyed by the names that sherpa-onnx reads, in the order of OpenAI's ModelDimensions."""
        return {
            "n_mels": self.mels,
            "n_audio_ctx": self.audio_positions,
            "n_audio_state": self.channels,
            "n_audio_head": self.heads,
            "n_audio_layer": self.encoder_layers,
            "n_vocab": self.vocabulary,
            "n_text_ctx": self.text_positions,
            "n_text_state": self.channels,
            "n_text_head": self.heads,
            "n_text_layer": self.decoder_layers,
        }


def read_sizes(weights):
    vocabulary, channels = weights["decoder/embeddings/weight"].shape

    def layers(side):
        names = {name.split("/")[1] for name in weights if name.startswith(side + "/layer_")}
        return len({name for name in names if name != "layer_norm"})

    return Sizes(
        vocabulary=vocabulary,
        channels=channels,
        heads=int(weights["decoder/num_heads"]),
        mels=weights["encoder/conv1/weight"].shape[1],
        encoder_layers=layers("encoder"),
        decoder_layers=layers("decoder"),
        audio_positions=weights["encoder/position_encodings/encodings"].shape[0],
        text_positions=weights["decoder/position_encodings/encodings"].shape[0],
    )
