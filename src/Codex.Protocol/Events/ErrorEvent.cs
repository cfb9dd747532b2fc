using Codex.Protocol.Errors;

namespace Codex.Protocol.Events;

/// <summary>The turn failed, except for the two kinds that leave its status alone.</summary>
public sealed record ErrorEvent(string Message, CodexErrorInfo Info) : EventMsg;
