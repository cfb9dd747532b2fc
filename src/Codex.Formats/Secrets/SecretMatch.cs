using System.Buffers;

namespace Codex.Formats.Secrets;

/// <summary>What stands at a place.</summary>
/// <param name="Kept">How many characters at its beginning are no secret.</param>
/// <param name="Length">All characters; 0 for no secret, negative when more has to be seen.</param>
/// <param name="Continues">The characters that still belong to it if they follow the data; null when it is complete.</param>
internal readonly record struct SecretMatch(int Kept, int Length, SearchValues<byte>? Continues)
{
    /// <summary>No secret.</summary>
    public static SecretMatch None => default;

    /// <summary>More has to be seen.</summary>
    public static SecretMatch Undecided => new(0, -1, null);
}
