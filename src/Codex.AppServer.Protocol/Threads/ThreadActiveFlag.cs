namespace Codex.AppServer.Protocol.Threads;

/// <summary>What an active thread waits for.</summary>
public static class ThreadActiveFlag
{
    /// <summary>Somebody's yes.</summary>
    public const string WaitingOnApproval = "waitingOnApproval";

    /// <summary>Answers of the user.</summary>
    public const string WaitingOnUserInput = "waitingOnUserInput";
}
