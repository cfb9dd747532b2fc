namespace Codex.AppServer.Protocol.Turns;

/// <summary>What comes with the error about an input that is too long (<c>app-server/src/request_processors/turn_processor.rs</c>).</summary>
/// <param name="InputErrorCode">Always <c>input_too_large</c>.</param>
/// <param name="MaxChars">The limit, in characters.</param>
/// <param name="ActualChars">The length of all texts of the input.</param>
public sealed record InputTooLarge(
    [property: System.Text.Json.Serialization.JsonPropertyName("input_error_code")] string InputErrorCode,
    [property: System.Text.Json.Serialization.JsonPropertyName("max_chars")] int MaxChars,
    [property: System.Text.Json.Serialization.JsonPropertyName("actual_chars")] int ActualChars);
