using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Codex.Platform.Files;

namespace Codex.Execution.Network.Inspection;

/// <summary>
/// A file with everything that a command trusts: what the machine trusts, what the command's own variables name, and our
/// authority. It is named after its content, so that commands with the same trust share one.
/// </summary>
internal sealed class TrustBundle(string directory, string authority)
{
    private const int NameLength = 16;
    private const UnixFileMode ForEverybody =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>What OpenSSL, curl, Python, Node, Git, pip, Ruby, Cargo, the AWS tools, Deno and npm read.</summary>
    internal static readonly string[] Variables =
    [
        "SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "GIT_SSL_CAINFO", "PIP_CERT", "BUNDLE_SSL_CA_CERT",
        "CARGO_HTTP_CAINFO", "AWS_CA_BUNDLE", "DENO_CERT", "npm_config_cafile", "NPM_CONFIG_CAFILE",
    ];

    // Debian, Fedora, OpenSUSE, older and newer Red Hat, Alpine.
    private static readonly string[] s_machine =
    [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem", "/etc/pki/tls/cacert.pem",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem",
    ];

    private readonly ConcurrentDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The file for a command with this environment.</summary>
    /// <exception cref="NetworkProxyException">It cannot be written.</exception>
    internal string FileFor(IReadOnlyDictionary<string, string> environment)
    {
        var sources = Sources(environment);
        return _files.GetOrAdd(string.Join('\n', sources), static (_, state) => state.Self.Write(state.Sources), (Self: this, Sources: sources));
    }

    private static string[] Sources(IReadOnlyDictionary<string, string> environment)
    {
        var machine = environment.GetValueOrDefault(Variables[0]) is { Length: > 0 } own && File.Exists(own) ? own : Array.Find(s_machine, File.Exists);
        return
        [
            .. Variables.Select(environment.GetValueOrDefault).Prepend(machine)
                .OfType<string>().Where(static path => Path.IsPathFullyQualified(path) && File.Exists(path)).Distinct(StringComparer.Ordinal),
        ];
    }

    private string Write(string[] sources)
    {
        try
        {
            var text = new StringBuilder();
            foreach (var source in sources)
                text.Append(File.ReadAllText(source).TrimEnd()).Append('\n');
            var content = Encoding.UTF8.GetBytes(text.Append(authority).Append('\n').ToString());
            var path = Path.Join(directory, $"ca-bundle-{Convert.ToHexStringLower(SHA256.HashData(content))[..NameLength]}.pem");
            if (!File.Exists(path))
                FileReplacement.Write(path, content, ForEverybody);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new NetworkProxyException($"the certificates that commands trust cannot be written: {exception.Message}", exception);
        }
    }
}
