namespace Codex.Parity.Tests.Harness;

/// <summary>A run that sees a machine with its own <c>/etc/codex</c>.</summary>
internal static class OwnMachine
{
    /// <summary>Name of the file with an administrator's requirements.</summary>
    internal const string Requirements = "requirements.toml";

    private static readonly string[] s_kept = ["passwd", "group", "hosts", "resolv.conf", "nsswitch.conf", "os-release", "debian_version", "ssl", "ld.so.cache"];

    /// <summary>What stands before the program.</summary>
    internal static IReadOnlyList<string> Wrapper { get; } =
    [
        "{bwrap}", "--dev-bind", "/", "/", "--tmpfs", "/etc", .. s_kept.SelectMany(static name => new[] { "--ro-bind-try", $"/etc/{name}", $"/etc/{name}" }),
        "--symlink", "/usr/share/zoneinfo/UTC", "/etc/localtime", "--ro-bind", "{home}/etc", "/etc/codex",
    ];

    /// <summary>Writes a file of that directory.</summary>
    internal static void Write(string home, string file, string content)
    {
        Directory.CreateDirectory(Path.Combine(home, "etc"));
        File.WriteAllText(Path.Combine(home, "etc", file), content);
    }
}
