using System.Diagnostics;
using System.Text.Json;
using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>What the real program makes of the lines that only ours writes.</summary>
public sealed class ForeignLinesTests
{
    [Fact]
    public async Task The_real_program_resumes_a_thread_with_a_question()
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;
        await using var side = new ApprovalSide(ApprovalScenarios.Questions["accepted"]);
        await using (var ours = AppServerSides.StartOurs(side.Setup, oracle, side.Directories))
            await side.RunAsync(ours, limit);
        var rollout = Assert.Single(Directory.GetFiles(Path.Combine(side.Directories.Home, "sessions"), "*.jsonl", SearchOption.AllDirectories));
        // As if the program had been killed while the question waited.
        var lines = File.ReadAllLines(rollout);
        var asked = Array.FindIndex(lines, static line => line.Contains("\"approval_requested\"", StringComparison.Ordinal));
        await File.WriteAllLinesAsync(rollout, lines[..(asked + 1)], limit);
        var threadId = JsonDocument.Parse(lines[0]).RootElement.GetProperty("payload").GetProperty("id").GetString()!;

        var (exitCode, request) = await ResumeAsync(side, oracle, threadId, limit);

        Assert.Equal(0, exitCode);
        var input = request.Json().GetProperty("input").EnumerateArray().ToArray();
        Assert.Equal("aborted", Assert.Single(input, static item => item.GetProperty("type").GetString() == "function_call_output").GetProperty("output").GetString());
        Assert.Contains("again", input[^1].GetRawText(), StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, CapturedRequest Request)> ResumeAsync(
        ApprovalSide side, string executable, string threadId, CancellationToken cancellationToken)
    {
        side.Server.Add(TestSupport.Scripts.Model.Says("done"));
        AppServerSides.Configure(side.Setup, side.Directories);
        var start = new ProcessStartInfo(executable, ["exec", "--skip-git-repo-check", "resume", threadId, "again"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = side.Directories.Workspace,
        };
        start.Environment["CODEX_HOME"] = side.Directories.Home;
        start.Environment["HOME"] = side.Directories.User;
        start.Environment["FAKE_KEY"] = "key";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, side.Server.Requests[^1]);
    }
}
