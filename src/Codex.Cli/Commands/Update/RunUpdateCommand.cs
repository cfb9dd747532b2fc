using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Execution.Installation;
using Codex.Platform.Processes;

namespace Codex.Cli.Commands.Update;

/// <summary><c>codex update</c>: has whoever installed the program install the newest version.</summary>
internal static class RunUpdateCommand
{
    /// <summary>Runs the command that updates this installation.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var update = UpdateCommand.For(InstallContext.Read(program.Host, program.CodexHomeIfKnown).Method)
            ?? throw new CommandFailure("Error: Could not detect the Codex installation method. Please update manually: https://developers.openai.com/codex/cli/");
        Say($"\nUpdating Codex via `{update.Text}`...\n");
        var status = await RunAsync(update, program, cancellationToken);
        if (status.Code != 0)
            throw new CommandFailure($"Error: `{update.Text}` failed with status {ExitStatusText.Describe(status)}");
        Say("\n🎉 Update ran successfully! Please restart Codex.\n");
        return 0;
    }

    private static async Task<ExitStatus> RunAsync(UpdateCommand update, ProgramContext program, CancellationToken cancellationToken)
    {
        using var spawner = ProcessSpawner.Create();
        try
        {
            await using var process = await spawner.StartAsync(Request(update, program));
            using var signals = ForwardedSignals.To(process);
            return await process.Completion.WaitAsync(cancellationToken);
        }
        catch (SpawnException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }

    private static SpawnRequest Request(UpdateCommand update, ProgramContext program)
    {
        // Package managers are scripts on Windows, which only its shell can start.
        string[] words = OperatingSystem.IsWindows() && update.Program != "powershell"
            ? ["cmd", "/C", update.Text]
            : [update.Program, .. update.Arguments];
        return new SpawnRequest
        {
            FileName = words[0],
            Arguments = words,
            WorkingDirectory = program.Host.CurrentDirectory,
            Environment = program.HostWithAliases().Variables,
            Stdio = StdioMode.Inherited,
        };
    }

    private static void Say(string text)
    {
        using var output = StandardStreams.OpenOutput();
        output.Write(Encoding.UTF8.GetBytes(text));
    }
}
