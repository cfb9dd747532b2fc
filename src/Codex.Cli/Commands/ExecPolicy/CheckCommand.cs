using System.Text;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Platform;

namespace Codex.Cli.Commands.ExecPolicy;

/// <summary><c>codex execpolicy check</c>: what rules files say about a command, taken word by word.</summary>
internal static class CheckCommand
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Prints the matching rules as JSON.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var reader = new RulesReader();
        foreach (var file in command.Values("rules"))
            Read(reader, file, program.Host.CurrentDirectory);
        var matches = reader.Build().Match(command.Arguments("COMMAND"), command.Flag("resolve-host-executables") ? program.Host.CurrentDirectory : null);
        using var output = StandardStreams.OpenOutput();
        output.Write(Encoding.UTF8.GetBytes(RuleMatchesJson.Write(matches, command.Flag("pretty")) + "\n"));
        return Task.FromResult(0);
    }

    private static void Read(RulesReader reader, string file, string directory)
    {
        try
        {
            reader.Read(file, s_strict.GetString(File.ReadAllBytes(Path.GetFullPath(file, directory))));
        }
        catch (RulesException exception)
        {
            throw Failure("parse", file, exception.Report);
        }
        catch (DecoderFallbackException)
        {
            throw Failure("read", file, "stream did not contain valid UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failure("read", file, Errno.Describe(exception));
        }
    }

    private static CommandFailure Failure(string attempt, string file, string cause) =>
        new($"Error: failed to {attempt} policy at {file}\n\nCaused by:\n    {cause.Replace("\n", "\n    ", StringComparison.Ordinal)}");
}
