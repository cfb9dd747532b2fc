using System.Diagnostics;
using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Execution.Tests.Patching;

/// <summary>Random patches on random files, applied by the real command and by ours: same words, same exit code, same files.</summary>
public sealed class ApplyPatchOracleTests
{
    private const int PatchesPerSeed = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_real_command_does_the_same(int seed)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        using var directory = new TempDirectory();
        File.CreateSymbolicLink(directory["apply_patch"], oracle);
        var cases = new PatchCases(new Random(seed));
        for (var index = 0; index < PatchesPerSeed; index++)
        {
            var sample = cases.Next();
            var theirs = sample.Lay(directory.Create($"{index}/theirs"));
            var ours = sample.Lay(directory.Create($"{index}/ours"));
            var expected = await RunOracleAsync(directory["apply_patch"], theirs, sample.Patch);
            var actual = CommandRun.InProcess(ours, null, sample.Patch);
            Assert.True(Comparable(expected, theirs) == Comparable(actual, ours), $"{sample.Patch}\n{expected}\n{actual}");
            Assert.Equal(PatchCase.Collect(theirs), PatchCase.Collect(ours));
        }
    }

    private static CommandRun Comparable(CommandRun run, string directory) =>
        run with { Error = run.Error.Replace(directory, "", StringComparison.Ordinal) };

    private static async Task<CommandRun> RunOracleAsync(string program, string directory, string patch)
    {
        var start = new ProcessStartInfo(program, [patch])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, error);
    }
}
