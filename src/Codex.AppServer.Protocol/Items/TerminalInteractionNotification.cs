using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Items;

/// <summary>The model wrote to a running session.</summary>
public sealed record TerminalInteractionNotification(
    string ThreadId, string TurnId, string ItemId, string ProcessId, string Stdin) : ServerNotification(Name)
{
    /// <summary>Wire name.</summary>
    public const string Name = "item/commandExecution/terminalInteraction";
}
