using System.Text;
using Codex.Execution.Patching;

namespace Codex.Execution.Tests.Patching;

/// <summary>What one run of the command printed and returned.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    internal static CommandRun InProcess(string directory, string? standardInput, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(standardInput ?? ""));
        var exitCode = new ApplyPatchCommand(input, output, error).Run(arguments, directory, directory);
        return new CommandRun(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>Applies the lines between the markers of a patch.</summary>
    internal static CommandRun Apply(string directory, params string[] body) =>
        InProcess(directory, null, string.Join('\n', ["*** Begin Patch", .. body, "*** End Patch"]));
}
