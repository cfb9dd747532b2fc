using Codex.Platform.Environment;

namespace Codex.Backend.Replay;

/// <summary>What replaying and recording need to know of their surroundings.</summary>
public sealed record ReplayOptions
{
    /// <summary>Names the cassette to play; without it the embedded one is played.</summary>
    public const string CassetteVariable = "CODEX_REPLAY_CASSETTE";

    /// <summary>The surroundings: home and temporary directory are recorded by name.</summary>
    public required HostEnvironment Environment { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The directory that the agent works in; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Texts that must not reach a cassette, such as the key of a request.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The cassette that the environment names, or the embedded one.</summary>
    /// <exception cref="CassetteException">The named file cannot be read or is no cassette.</exception>
    public Cassette Cassette() => Environment.GetNonEmptyVariable(CassetteVariable) is { } path
        ? Replay.Cassette.Load(Path.GetFullPath(path, Environment.CurrentDirectory))
        : Replay.Cassette.Default();

    internal OutputNormalizer Normalizer()
    {
        var places = new List<KeyValuePair<string, string>>(2) { new(WorkingDirectory, "$CWD") };
        if (Environment.HomeDirectory is { Length: > 1 } home)
            places.Add(new(home, "$HOME"));
        places.RemoveAll(static place => place.Key.Length < 2);
        places.Sort(static (left, right) => right.Key.Length.CompareTo(left.Key.Length));
        return new OutputNormalizer(places, [.. Secrets.Where(static secret => secret.Length > 0)]);
    }
}
