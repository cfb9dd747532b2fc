using System.Diagnostics;

namespace Codex.Engine.Tests.Approvals;

/// <summary>A program around the engine, in a process of its own.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;

    public EngineProcess(AskedThread surroundings, string policy, string? rollout = null)
    {
        var engine = surroundings.Engine;
        string[] arguments = [engine.Server.BaseUri.ToString(), engine.Home, engine.Workspace, policy, engine.Executable, .. rollout is null ? Array.Empty<string>() : [rollout]];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [HostAssembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
    }

    // bin/<configuration>/<framework> of the tests, and of the program beside them.
    private static string HostAssembly
    {
        get
        {
            var output = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
            var tests = Path.GetFullPath("../../..", output);
            return Path.Combine(tests, "..", "Codex.Engine.TestHost", Path.GetRelativePath(tests, output), "Codex.Engine.TestHost.dll");
        }
    }

    /// <summary>The next line that the program prints; null at its end.</summary>
    public async Task<string?> ReadAsync() => await _process.StandardOutput.ReadLineAsync(EngineFixture.Timeout);

    /// <summary>Answers the question that the program asked.</summary>
    public async Task AnswerAsync(string answer)
    {
        await _process.StandardInput.WriteLineAsync(answer);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Ends it as the kernel does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(EngineFixture.Timeout);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
