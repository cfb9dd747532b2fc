using System.Collections.Immutable;

namespace Codex.Execution.Installation;

/// <summary>The command that installs the newest version (<c>codex-rs/tui/src/update_action.rs</c>).</summary>
/// <param name="Program">Name on <c>PATH</c>.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record UpdateCommand(string Program, ImmutableArray<string> Arguments)
{
    private const string UnixInstaller = "curl -fsSL https://chatgpt.com/codex/install.sh | CODEX_NON_INTERACTIVE=1 sh";
    private const string WindowsInstaller = "$env:CODEX_NON_INTERACTIVE=1; irm https://chatgpt.com/codex/install.ps1 | iex";

    /// <summary>The command for an installation; null when it is not known how it is updated.</summary>
    public static UpdateCommand? For(InstallMethod method) => method switch
    {
        InstallMethod.Npm => new("npm", ["install", "-g", "@openai/codex"]),
        InstallMethod.Bun => new("bun", ["install", "-g", "@openai/codex"]),
        InstallMethod.Brew => new("brew", ["upgrade", "--cask", "codex"]),
        InstallMethod.Standalone when OperatingSystem.IsWindows() => new("powershell", ["-ExecutionPolicy", "Bypass", "-c", WindowsInstaller]),
        InstallMethod.Standalone => new("sh", ["-c", UnixInstaller]),
        _ => null,
    };

    /// <summary>The command as it can be typed into a shell.</summary>
    public string Text => string.Join(' ', Arguments.Select(Quote).Prepend(Program));

    private static string Quote(string word) => word.IndexOfAny([' ', '|', ';', '$']) < 0 ? word : $"'{word}'";
}
