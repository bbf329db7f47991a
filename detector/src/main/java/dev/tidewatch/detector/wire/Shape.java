package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** What a value must be. It says all that is wrong with the value and what is inside it. */
sealed interface Shape
    permits StructureShape,
        ListShape,
        MapShape,
        TextShape,
        ChoiceShape,
        TimestampTextShape,
        WholeNumberShape,
        DecimalShape,
        FlagShape {

  void check(JsonNode value, String path, Mistakes mistakes);
}
