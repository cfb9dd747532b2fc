using System.Text.Json.Serialization;
using Codex.Protocol.Errors;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>What went wrong in a turn.</summary>
/// <param name="Message">For people.</param>
/// <param name="CodexErrorInfo">For programs.</param>
/// <param name="AdditionalDetails">The cause, when the message only says that there will be another attempt.</param>
public sealed record TurnError(
    string Message,
    [property: JsonConverter(typeof(CodexErrorInfoConverter))] CodexErrorInfo? CodexErrorInfo,
    string? AdditionalDetails)
{
    /// <summary>The message with its details in parentheses, as JSON event streams show it.</summary>
    [JsonIgnore]
    public string MessageWithDetails => string.IsNullOrEmpty(AdditionalDetails) ? Message : $"{Message} ({AdditionalDetails})";
}
