using Codex.TestSupport.Files;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Harness;

/// <summary>What one command line gives on both programs, each in a home of its own that is empty unless prepared.</summary>
internal sealed record CommandPair(CodexResult Real, CodexResult Ours)
{
    /// <summary>Runs a command line on both programs.</summary>
    /// <param name="arguments">The words after the program's name.</param>
    /// <param name="environment">Variables besides the usual ones.</param>
    internal static async Task<CommandPair> RunAsync(IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        using var directory = new TempDirectory();
        return await RunAsync(directory, arguments, environment);
    }

    /// <summary>The same in the homes <c>real</c> and <c>ours</c> of a directory, where what the programs write can be looked at.</summary>
    internal static async Task<CommandPair> RunAsync(
        TempDirectory directory, IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var real = RunAsync(oracle, directory.Create("real"), arguments, environment);
        var ours = RunAsync(OurCodex.Executable, directory.Create("ours"), arguments, environment);
        return new CommandPair(await real, await ours);
    }

    private static Task<CodexResult> RunAsync(
        string executable, string home, IReadOnlyList<string> arguments, (string Name, string Value)[] environment)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = home,
            ["CODEX_HOME"] = home,
            ["LANG"] = "C.UTF-8",
            ["RUST_LOG"] = "off",
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } dotnet)
            variables["DOTNET_ROOT"] = dotnet;
        foreach (var (name, value) in environment)
            variables[name] = value;
        var command = new CodexCommand
        {
            Executable = executable,
            Arguments = arguments,
            WorkingDirectory = home,
            Environment = variables,
        };
        return CodexRun.RunAsync(command, TestContext.Current.CancellationToken);
    }
}
