using System.Text;

namespace Codex.Parity.Tests.Generated;

/// <summary>
/// Permission profiles that open, close and reopen parts of a small tree by name, by pattern and below the workspace. The same seed
/// gives the same profile.
/// </summary>
internal sealed class ProfileGenerator(int seed)
{
    private static readonly string[] s_paths = ["ws", "ws/a", "ws/a/deep", "ws/b", "ws/b/secret", "ws/.git", "o", "o/in"];
    private static readonly string[] s_below = ["a", "a/deep", "b", "b/secret", "a/x.env", ".git", "nope", ".codex"];
    private static readonly string[] s_patterns = ["**/*.env", "a/*.env", "*/secret/**"];
    private static readonly string[] s_access = ["read", "write", "write", "deny"];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>The files of the tree.</summary>
    public static IReadOnlyList<string> Files { get; } =
        ["ws/a/x.env", "ws/a/y.txt", "ws/a/deep/z.env", "ws/b/secret/key", "ws/.git/config", "o/f", "o/in/g", "o/in/h.env"];

    /// <summary>Every path that a command tries to read and to write.</summary>
    public static IReadOnlyList<string> Tried { get; } = [.. s_paths, .. Files];

    /// <summary>The configuration; the profile in it is the default one.</summary>
    /// <param name="root">Where the tree lies.</param>
    /// <param name="readable">What a program needs to run at all.</param>
    public string Write(string root, params IReadOnlyList<string> readable)
    {
        _text.Append("default_permissions = \"p\"\n[permissions.p]\n");
        if (Chance(0.2))
            _text.Append("extends = \"").Append(Pick([":read-only", ":workspace"])).Append("\"\n");
        _text.Append("[permissions.p.filesystem]\n");
        foreach (var path in readable)
            Entry(path, "read");
        AddPlaces();
        foreach (var path in Some(s_paths, 4))
            Entry($"{root}/{path}", Pick(s_access));
        if (Chance(0.25))
            Entry($"{root}/o/**/*.env", "deny");
        if (Chance(0.3))
            _text.Append("glob_scan_max_depth = ").Append(_random.Next(1, 5)).Append('\n');
        if (Chance(0.6))
            AddWorkspace();
        if (Chance(0.3))
            _text.Append("[permissions.p.network]\nenabled = true\n");
        return _text.ToString();
    }

    private void AddPlaces()
    {
        Entry(":root", "read");
        if (Chance(0.7))
            Entry(":minimal", "read");
        foreach (var place in (string[])[":tmpdir", ":slash_tmp"])
        {
            if (Chance(0.25))
                Entry(place, Pick(["read", "read", "write"]));
        }
    }

    private void AddWorkspace()
    {
        _text.Append("[permissions.p.filesystem.\":workspace_roots\"]\n");
        Entry(".", Pick(s_access));
        foreach (var path in Some(s_below, 3))
            Entry(path, Pick(s_access));
        if (Chance(0.4))
            Entry(Pick(s_patterns), "deny");
    }

    private void Entry(string path, string access) => _text.Append('"').Append(path).Append("\" = \"").Append(access).Append("\"\n");

    private string[] Some(string[] of, int most)
    {
        var shuffled = of.ToArray();
        _random.Shuffle(shuffled);
        return shuffled[.._random.Next(0, most + 1)];
    }

    private string Pick(string[] of) => of[_random.Next(of.Length)];

    private bool Chance(double probability) => _random.NextDouble() < probability;
}
