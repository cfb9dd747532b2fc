using System.Buffers;

namespace Codex.ExecServer.Environments;

/// <summary>One of the <c>[[environments]]</c>.</summary>
internal static class EnvironmentEntry
{
    private const int LongestId = 64;
    private static readonly SearchValues<char> s_idCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly string[] s_keys = ["id", "url", "program", "args", "env", "cwd", "connect_timeout_sec", "initialize_timeout_sec"];

    /// <summary>Reads one.</summary>
    /// <exception cref="EnvironmentSettingsException">It cannot be used.</exception>
    public static (string Id, ServerAddress Address) Read(EnvironmentTable entry, string directory)
    {
        entry.CheckKeys(s_keys);
        var id = entry.Text("id") ?? throw new EnvironmentSettingsException("missing field `id`");
        CheckId(id);
        var (url, program) = (entry.Text("url"), entry.Text("program"));
        if (program is null && (entry.Has("args") || entry.Has("env") || entry.Has("cwd")))
            throw new EnvironmentSettingsException($"environment `{id}` args, env, and cwd require program");
        if (url is null && entry.Has("connect_timeout_sec"))
            throw new EnvironmentSettingsException($"environment `{id}` connect_timeout_sec requires url");
        var limit = entry.Seconds("initialize_timeout_sec") ?? ServerAddress.DefaultTimeout;
        return (url, program) switch
        {
            ({ } address, null) => (id, new ServerAddress.WebSocket(CheckUrl(address.Trim()), entry.Seconds("connect_timeout_sec") ?? ServerAddress.DefaultTimeout, limit)),
            (null, { } name) => (id, Program(id, name.Trim(), entry, directory, limit)),
            _ => throw new EnvironmentSettingsException($"environment `{id}` must set exactly one of url or program"),
        };
    }

    private static ServerAddress.Program Program(string id, string program, EnvironmentTable entry, string directory, TimeSpan limit) => program.Length == 0
        ? throw new EnvironmentSettingsException($"environment `{id}` program cannot be empty")
        : new([program, .. entry.Texts("args")], entry.Map("env"), entry.Text("cwd") is { } cwd ? Path.GetFullPath(cwd, directory) : null, limit);

    private static void CheckId(string id)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw new EnvironmentSettingsException("environment id cannot be empty");
        if (id.Trim() != id)
            throw new EnvironmentSettingsException($"environment id `{id}` must not contain surrounding whitespace");
        if (id == Execution.ExecutionEnvironment.LocalId || EnvironmentSettings.IsNone(id))
            throw new EnvironmentSettingsException($"environment id `{id}` is reserved");
        if (id.Length > LongestId)
            throw new EnvironmentSettingsException($"environment id `{id}` cannot be longer than {LongestId} characters");
        if (id.AsSpan().IndexOfAnyExcept(s_idCharacters) >= 0)
            throw new EnvironmentSettingsException($"environment id `{id}` must contain only ASCII letters, numbers, '-' or '_'");
    }

    private static string CheckUrl(string url)
    {
        if (url.Length == 0)
            throw new EnvironmentSettingsException("environment url cannot be empty");
        if (!url.StartsWith("ws://", StringComparison.Ordinal) && !url.StartsWith("wss://", StringComparison.Ordinal))
            throw new EnvironmentSettingsException($"environment url `{url}` must use ws:// or wss://");
        return Uri.IsWellFormedUriString(url, UriKind.Absolute) ? url : throw new EnvironmentSettingsException($"environment url `{url}` is invalid");
    }
}
