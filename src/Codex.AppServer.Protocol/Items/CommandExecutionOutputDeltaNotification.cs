using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>Output of a running command.</summary>
public sealed record CommandExecutionOutputDeltaNotification(
    string ThreadId, string TurnId, string ItemId, string Delta) : ServerNotification(Name)
{
    /// <summary>Wire name.</summary>
    public const string Name = "item/commandExecution/outputDelta";
}
