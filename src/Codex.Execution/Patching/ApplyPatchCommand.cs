using System.Text;
using System.Text.Unicode;
using Codex.Formats.Patch;

namespace Codex.Execution.Patching;

/// <summary>
/// The stand-alone command: our executable under the name <c>apply_patch</c> or <c>applypatch</c>, or with
/// <see cref="Flag"/> as its first argument. It needs no configuration, starts no thread and asks nobody.
/// </summary>
/// <param name="standardInput">Read when there is no argument.</param>
/// <param name="standardOutput">Gets the summary.</param>
/// <param name="standardError">Gets the failure.</param>
public sealed class ApplyPatchCommand(Stream standardInput, Stream standardOutput, Stream standardError)
{
    /// <summary>The first argument that makes the main executable this command.</summary>
    public const string Flag = "--codex-run-as-apply-patch";

    private const string CommandLineFile = "/proc/self/cmdline";
    private const int Failure = 1;
    private const int Misuse = 2;

    /// <summary>Whether the executable was called by this command's name.</summary>
    /// <param name="programName">The last part of its path as called.</param>
    public static bool IsName(string programName) => programName is "apply_patch" or "applypatch";

    /// <summary>Runs the command.</summary>
    /// <param name="arguments">What follows the program's name: the patch, or nothing.</param>
    /// <param name="workingDirectory">Where relative paths of the patch start; absolute.</param>
    /// <param name="homeDirectory">What <c>~</c> stands for, or null.</param>
    /// <returns>The exit code.</returns>
    public int Run(ReadOnlySpan<string> arguments, string workingDirectory, string? homeDirectory)
    {
        if (arguments.Length > 1 && IsText(arguments[0]))
            return Fail("Error: apply_patch accepts exactly one argument.", Misuse);
        if (arguments.IsEmpty)
            return RunFromInput(new PatchPaths(workingDirectory, homeDirectory));
        return IsText(arguments[0])
            ? Apply(arguments[0], new PatchPaths(workingDirectory, homeDirectory))
            : Fail("Error: apply_patch requires a UTF-8 PATCH argument.", Failure);
    }

    /// <summary>Runs the command behind <see cref="Flag"/>, which takes its patch only as an argument.</summary>
    /// <param name="arguments">What follows the flag; everything after the patch is ignored.</param>
    /// <param name="workingDirectory">Where relative paths of the patch start; absolute.</param>
    /// <param name="homeDirectory">What <c>~</c> stands for, or null.</param>
    /// <returns>The exit code.</returns>
    public int RunBehindFlag(ReadOnlySpan<string> arguments, string workingDirectory, string? homeDirectory) =>
        arguments.IsEmpty || !IsText(arguments[0])
            ? Fail($"Error: {Flag} requires a UTF-8 PATCH argument.", Failure)
            : Apply(arguments[0], new PatchPaths(workingDirectory, homeDirectory));

    private int RunFromInput(PatchPaths paths)
    {
        using var buffer = new MemoryStream();
        standardInput.CopyTo(buffer);
        var input = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        if (input.IsEmpty)
            return Fail("Usage: apply_patch 'PATCH'\n       echo 'PATCH' | apply_patch", Misuse);
        return Utf8.IsValid(input)
            ? Apply(Encoding.UTF8.GetString(input), paths)
            : Fail("Error: Failed to read PATCH from stdin.\nstream did not contain valid UTF-8", Failure);
    }

    private int Apply(string text, PatchPaths paths)
    {
        var patch = PatchParser.Parse(text);
        if (!patch.IsValid)
            return Fail(patch.Error.ToCommandText(), Failure);
        var outcome = new PatchApplier(paths, policy: null, changes: null).Apply(patch.Document);
        standardOutput.Write(Encoding.UTF8.GetBytes(outcome.StandardOutput));
        standardError.Write(Encoding.UTF8.GetBytes(outcome.StandardError));
        return outcome.Succeeded ? 0 : Failure;
    }

    // Bytes of an argument that are no UTF-8 reach us as replacement characters, but a patch may also hold that character.
    private static bool IsText(string argument) => !argument.Contains('\ufffd') || !File.Exists(CommandLineFile)
        || Utf8.IsValid(File.ReadAllBytes(CommandLineFile));

    private int Fail(string message, int exitCode)
    {
        standardError.Write(Encoding.UTF8.GetBytes(message + "\n"));
        return exitCode;
    }
}
