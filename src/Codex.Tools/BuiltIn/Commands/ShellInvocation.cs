using System.Diagnostics.CodeAnalysis;
using Codex.Platform.Environment;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>How a script becomes a command.</summary>
internal static class ShellInvocation
{
    private const string LoginDisabled = "login shell is disabled by config; omit `login` or set it to false.";

    /// <summary>Whether a login shell is used; the error when one was asked for that may not be had.</summary>
    internal static bool TryChooseLogin(bool? asked, bool allowed, out bool login, [NotNullWhen(false)] out string? error)
    {
        login = asked ?? allowed;
        error = login && !allowed ? LoginDisabled : null;
        return error is null;
    }

    /// <summary>A directory relative to the turn's; empty and missing mean the turn's own.</summary>
    internal static string WorkingDirectory(string? asked, IToolHost host) =>
        string.IsNullOrEmpty(asked)
            ? host.Settings.WorkingDirectory
            : Path.GetFullPath(HomePath.Expand(asked, host.Settings.Host.HomeDirectory), host.Settings.WorkingDirectory);
}
