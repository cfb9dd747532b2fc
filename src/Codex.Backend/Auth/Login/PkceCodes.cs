using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Codex.Backend.Auth.Login;

/// <summary>The proof that who redeems a code is who asked for it (RFC 7636, S256).</summary>
/// <param name="Verifier">The secret.</param>
/// <param name="Challenge">Its hash, which the login server is told first.</param>
internal sealed record PkceCodes(string Verifier, string Challenge)
{
    private const int VerifierBytes = 64;
    private const int StateBytes = 32;

    /// <summary>New codes.</summary>
    public static PkceCodes Create()
    {
        var verifier = RandomText(VerifierBytes);
        return new PkceCodes(verifier, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
    }

    /// <summary>A value that only the page of this login can send back.</summary>
    public static string CreateState() => RandomText(StateBytes);

    /// <summary>A fixed text.</summary>
    public override string ToString() => "[redacted]";

    private static string RandomText(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
