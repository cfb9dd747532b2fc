using Codex.Formats.Bash;
using Codex.Formats.Patch;

namespace Codex.Execution.Patching;

/// <summary>A command that is meant to be a patch (0.136: apply-patch/src/invocation.rs).</summary>
/// <param name="Parsed">The patch, or why its text is none; null when the command is a patch without the program's name.</param>
/// <param name="Directory">Where the command goes first, as spelled; null for the directory it starts in.</param>
public sealed record ApplyPatchInvocation(PatchParseResult? Parsed, string? Directory)
{
    private const string NotCalled =
        "patch detected without explicit call to apply_patch. Rerun as [\"apply_patch\", \"<patch>\"]";

    /// <summary>Why it cannot be applied, the text after <c>apply_patch verification failed: </c>; null when it may fit.</summary>
    public string? Problem => Parsed is null ? NotCalled : Parsed.Error?.ToModelText();

    /// <summary>The patch; null when there is a <see cref="Problem"/>.</summary>
    public PatchDocument? Document => Parsed?.Document;

    /// <summary>Recognises a patch in a command; null when the command is some other one and is to be run.</summary>
    public static ApplyPatchInvocation? Recognize(IReadOnlyList<string> command)
    {
        if (command is [var name, var patch] && ApplyPatchCommand.IsName(name))
            return new ApplyPatchInvocation(PatchParser.Parse(patch), null);
        var script = command is [var only] ? only : ShellScript(command);
        if (script is null || !MayHoldPatch(script))
            return null;
        if (PatchParser.Parse(script).IsValid)
            return new ApplyPatchInvocation(null, null);
        return command.Count > 1 && HeredocCommand.Recognize(script) is { } heredoc && ApplyPatchCommand.IsName(heredoc.Program)
            ? new ApplyPatchInvocation(PatchParser.Parse(heredoc.Body), heredoc.Directory)
            : null;
    }

    // Nearly every command ends here.
    private static bool MayHoldPatch(string script) =>
        script.Contains("*** Begin Patch", StringComparison.Ordinal)
        || script.Contains("apply_patch", StringComparison.Ordinal)
        || script.Contains("applypatch", StringComparison.Ordinal);

    private static string? ShellScript(IReadOnlyList<string> command) => command switch
    {
        [var shell, var flag, var script] when TakesScript(shell, flag) => script,
        [var shell, var skipped, var flag, var script] when IsPowerShell(NameOf(shell)) && Is(skipped, "-noprofile") && TakesScript(shell, flag) =>
            script,
        _ => null,
    };

    private static bool TakesScript(string shell, string flag) => NameOf(shell) switch
    {
        "bash" or "zsh" or "sh" => flag is "-lc" or "-c",
        "cmd" => Is(flag, "/c"),
        var name => IsPowerShell(name) && Is(flag, "-command"),
    };

    private static bool IsPowerShell(string name) => name is "pwsh" or "powershell";

    private static bool Is(string text, string expected) => text.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string shell) => Path.GetFileNameWithoutExtension(shell).ToLowerInvariant();
}
