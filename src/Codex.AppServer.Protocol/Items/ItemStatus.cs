namespace Codex.AppServer.Protocol.Items;

/// <summary>States of commands, patches and tool calls; not every kind of item knows all of them.</summary>
public static class ItemStatus
{
    /// <summary>Running.</summary>
    public const string InProgress = "inProgress";

    /// <summary>Ended well.</summary>
    public const string Completed = "completed";

    /// <summary>Ended badly.</summary>
    public const string Failed = "failed";

    /// <summary>Refused by the user or by policy.</summary>
    public const string Declined = "declined";
}
