using Codex.Protocol.Operations;

namespace Codex.Protocol.Events;

/// <summary>The settings of the thread were changed; they hold from the next turn on.</summary>
/// <param name="Settings">All of them.</param>
public sealed record ThreadSettingsAppliedEvent(ThreadSettingsSnapshot Settings) : EventMsg;
