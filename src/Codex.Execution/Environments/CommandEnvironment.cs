using Codex.Platform.Environment;

namespace Codex.Execution.Environments;

/// <summary>Builds the environment of commands (<c>protocol/src/shell_environment.rs</c>, <c>core/src/unified_exec</c>).</summary>
public static class CommandEnvironment
{
    /// <summary>Tells commands the thread that they run for.</summary>
    public const string ThreadVariable = "CODEX_THREAD_ID";

    private static readonly string[] s_secretPatterns = ["*KEY*", "*SECRET*", "*TOKEN*"];

    private static readonly string[] s_coreNames = OperatingSystem.IsWindows()
        ?
        [
            "PATH", "PATHEXT", "SHELL", "COMSPEC", "SYSTEMROOT", "SYSTEMDRIVE", "USERNAME", "USERDOMAIN", "USERPROFILE", "HOMEDRIVE", "HOMEPATH",
            "PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "PROGRAMDATA", "LOCALAPPDATA", "APPDATA", "TEMP", "TMP", "TMPDIR", "POWERSHELL", "PWSH",
        ]
        : ["PATH", "SHELL", "TMPDIR", "TEMP", "TMP", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LOGNAME", "USER"];

    /// <summary>What sessions add so that programs neither colour nor page their output.</summary>
    private static readonly (string Name, string Value)[] s_sessionVariables =
    [
        ("NO_COLOR", "1"), ("TERM", "dumb"), ("LANG", "C.UTF-8"), ("LC_CTYPE", "C.UTF-8"), ("LC_ALL", "C.UTF-8"),
        ("COLORTERM", ""), ("PAGER", "cat"), ("GIT_PAGER", "cat"), ("GH_PAGER", "cat"), ("CODEX_CI", "1"),
    ];

    /// <summary>The environment that the policy leaves, with the thread's id.</summary>
    public static Dictionary<string, string> Create(HostEnvironment host, ShellEnvironmentPolicy policy, string? threadId)
    {
        var variables = Inherited(host, policy.Inherit);
        if (!policy.IgnoreDefaultExcludes)
            Remove(variables, s_secretPatterns, whenMatching: true);
        Remove(variables, policy.Exclude.AsSpan(), whenMatching: true);
        Remove(variables, policy.Concealed.AsSpan(), whenMatching: true);
        foreach (var (name, value) in policy.Set)
            variables[name] = value;
        if (policy.IncludeOnly.Length > 0)
            Remove(variables, policy.IncludeOnly.AsSpan(), whenMatching: false);
        if (threadId is not null)
            variables[ThreadVariable] = threadId;
        if (OperatingSystem.IsWindows())
            variables.TryAdd("PATHEXT", ".COM;.EXE;.BAT;.CMD");
        return variables;
    }

    /// <summary>What sessions on another machine set on top of what they inherit there.</summary>
    public static Dictionary<string, string> CreateForRemoteSession(string? threadId)
    {
        var variables = s_sessionVariables.ToDictionary(static variable => variable.Name, static variable => variable.Value);
        if (threadId is not null)
            variables[ThreadVariable] = threadId;
        return variables;
    }

    /// <summary>The same for sessions, which are read by a model and not by a person.</summary>
    public static Dictionary<string, string> CreateForSession(HostEnvironment host, ShellEnvironmentPolicy policy, string? threadId)
    {
        var variables = Create(host, policy, threadId);
        foreach (var (name, value) in s_sessionVariables)
            variables[name] = value;
        return variables;
    }

    private static Dictionary<string, string> Inherited(HostEnvironment host, EnvironmentInheritance inherit)
    {
        var variables = new Dictionary<string, string>(HostEnvironment.VariableNameComparer);
        if (inherit is EnvironmentInheritance.None)
            return variables;
        foreach (var (name, value) in host.Variables)
        {
            if (inherit is EnvironmentInheritance.All || s_coreNames.Contains(name, StringComparer.OrdinalIgnoreCase))
                variables[name] = value;
        }

        return variables;
    }

    private static void Remove(Dictionary<string, string> variables, ReadOnlySpan<string> patterns, bool whenMatching)
    {
        // Removing while enumerating is allowed for dictionaries.
        foreach (var (name, _) in variables)
        {
            if (VariablePattern.MatchesAny(name, patterns) == whenMatching)
                variables.Remove(name);
        }
    }
}
