using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness;

/// <summary>A side while one of its invocations runs.</summary>
internal sealed record LiveSide(CodexRun Codex, FakeResponsesServer Server, string Workspace)
{
    /// <summary>Waits until a command of the agent has created this file in the workspace.</summary>
    public async Task WaitForFileAsync(string relative, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Workspace, relative);
        while (!File.Exists(path))
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
    }
}
