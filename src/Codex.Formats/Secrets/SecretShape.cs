using System.Buffers;

namespace Codex.Formats.Secrets;

/// <summary>How a kind of secret looks: a beginning that nothing else has, then a run of certain characters.</summary>
/// <param name="Beginning">The first characters.</param>
/// <param name="Characters">What the rest is made of.</param>
/// <param name="Shortest">Characters of the rest at least.</param>
/// <param name="Longest">Characters of the rest at most.</param>
internal sealed record SecretShape(string Beginning, SearchValues<byte> Characters, int Shortest, int Longest = int.MaxValue)
{
    /// <summary>As much is looked at before a decision; what is longer is decided by its beginning.</summary>
    public const int Enough = 512;

    private readonly byte[] _beginning = System.Text.Encoding.ASCII.GetBytes(Beginning);

    /// <summary>Looked at when beginning and length fit.</summary>
    public Func<ReadOnlySpan<byte>, bool>? Check { get; init; }

    /// <summary>Compares with what stands at the start of the data.</summary>
    /// <param name="data">From the first character on.</param>
    /// <param name="isFinal">Whether nothing follows the data.</param>
    public SecretMatch Match(ReadOnlySpan<byte> data, bool isFinal)
    {
        if (data.Length < _beginning.Length)
            return !isFinal && _beginning.AsSpan().StartsWith(data) ? SecretMatch.Undecided : SecretMatch.None;
        if (!data.StartsWith(_beginning))
            return SecretMatch.None;
        var rest = data[_beginning.Length..];
        var seen = rest[..Math.Min(rest.Length, Enough)];
        var end = seen.IndexOfAnyExcept(Characters);
        if (end < 0 && !isFinal && seen.Length < Enough)
            return SecretMatch.Undecided;
        var run = end < 0 ? seen : seen[..end];
        return run.Length >= Shortest && run.Length <= Longest && Check?.Invoke(run) is not false
            ? new SecretMatch(0, _beginning.Length + run.Length, end < 0 ? Characters : null)
            : SecretMatch.None;
    }
}
