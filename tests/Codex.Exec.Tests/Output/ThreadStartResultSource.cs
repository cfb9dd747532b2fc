using Codex.AppServer.Protocol.Threads;

namespace Codex.Exec.Tests.Output;

/// <summary>The thread of the scripted connection.</summary>
internal sealed record ThreadStartResultSource
{
    public ThreadInfo Thread { get; } = new()
    {
        Id = ExecRunHarness.ThreadId,
        SessionId = ExecRunHarness.ThreadId,
        Preview = "",
        ModelProvider = "fake",
        Cwd = "/w",
        CliVersion = "0.136.0",
        Source = "exec",
    };
}
