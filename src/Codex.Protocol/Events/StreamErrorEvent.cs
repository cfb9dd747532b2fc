using Codex.Protocol.Errors;

namespace Codex.Protocol.Events;

/// <summary>The stream broke and will be tried again.</summary>
public sealed record StreamErrorEvent(string Message, CodexErrorInfo Info, string? AdditionalDetails) : EventMsg;
