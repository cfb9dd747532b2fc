using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Codex.Execution.Network.Http;

namespace Codex.Execution.Network.Inspection;

/// <summary>Looks into encrypted requests: who is looked at, in whose name we answer, and which requests pass.</summary>
internal sealed class Inspector
{
    private readonly NetworkMode _mode;
    private readonly HookedHosts _hooks;
    private readonly HostCertificates? _certificates;
    private readonly TrustBundle? _bundle;
    private readonly RemoteCertificateValidationCallback? _trusts;

    /// <exception cref="NetworkProxyException">The authority or a secret of a hook cannot be had.</exception>
    internal Inspector(NetworkProxyOptions options, NetworkProxyServices services)
    {
        _mode = options.Mode;
        _hooks = new(options.Hooks, services.Host);
        _trusts = services.TrustsServer;
        if (!options.Inspects || options.AuthorityDirectory is not { } directory)
            return;
        var authority = ProxyAuthority.Open(directory, services.Time);
        _certificates = new(authority);
        _bundle = new(directory, authority.Certificate);
    }

    /// <summary>Whether encrypted requests can be looked into at all.</summary>
    internal bool IsReady => _certificates is not null;

    /// <summary>Whether tunnels to a host must be looked into.</summary>
    internal bool Concerns(string host) => _mode is NetworkMode.Limited || _hooks.Contains(host);

    /// <summary>Whether a host has hooks, which are passed on no other way than through them.</summary>
    internal bool HasHooks(string host) => _hooks.Contains(host);

    /// <summary>What a command with this environment trusts; null when nothing is looked into.</summary>
    /// <exception cref="NetworkProxyException">It cannot be written.</exception>
    internal string? TrustFileFor(IReadOnlyDictionary<string, string> environment) => _bundle?.FileFor(environment);

    /// <summary>How we speak to a client in the name of a host.</summary>
    /// <exception cref="HttpHeadException">No certificate can name it.</exception>
    internal SslServerAuthenticationOptions AsServer(string host)
    {
        try
        {
            return new() { ServerCertificateContext = _certificates![host], ApplicationProtocols = [SslApplicationProtocol.Http11] };
        }
        catch (ArgumentException)
        {
            throw new HttpHeadException(400, "invalid host");
        }
    }

    /// <summary>How we speak to the host itself. Its certificate must be as good as for any other client.</summary>
    internal SslClientAuthenticationOptions AsClient(string host) => new()
    {
        TargetHost = host,
        ApplicationProtocols = [SslApplicationProtocol.Http11],
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        RemoteCertificateValidationCallback = _trusts,
    };

    /// <summary>What is done to a request to a host; the verdict says why it does not pass.</summary>
    internal (NetworkVerdict Verdict, HeaderChanges Changes) Judge(string host, string target, HttpHead head)
    {
        if (_hooks.ChangesFor(host, target, head) is not { } changes)
            return (NetworkVerdict.BlockedByMode(NetworkVerdict.HookDenied), HeaderChanges.None);
        return _mode is NetworkMode.Limited && !NetworkMethods.OnlyReads(head.StartLine[0])
            ? (NetworkVerdict.BlockedByMode(NetworkVerdict.MethodNotAllowed), HeaderChanges.None)
            : (NetworkVerdict.Passes, changes);
    }
}
