using Codex.AppServer;
using Codex.AppServer.Protocol.Threads;
using Codex.Engine;

namespace Codex.Parity.Tests.Harness.AppServer;

/// <summary>Plans the threads of a scenario: with the scenario's options, in its workspace.</summary>
internal sealed class OurThreadSetup(ThreadStartOptions options) : IThreadSetup, IThreadDirectory
{
    public ThreadPlan Plan(ThreadStartParams parameters) => new() { Options = options };

    public ThreadPlan Plan(ThreadResumeParams parameters) => new() { Options = options };

    public string? FindById(string threadId) => null;

    public string? FindArchivedById(string threadId) => null;

    public string? FindLatest(string? modelProvider, string? workingDirectory, CancellationToken cancellationToken) => null;

    public string? FindByName(string name, string? workingDirectory, CancellationToken cancellationToken) => null;

    public string? ThreadIdOf(string rolloutPath) => null;
}
