using System.Net.Security;

namespace Codex.Execution.Network.Inspection;

/// <summary>The certificates of the hosts that were inspected last; making one costs more than the rest of a handshake.</summary>
internal sealed class HostCertificates(ProxyAuthority authority)
{
    private const int MaximumCertificates = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Host, SslStreamCertificateContext Certificate)>> _byHost = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Host, SslStreamCertificateContext Certificate)> _latestFirst = new();

    /// <summary>The certificate of a host.</summary>
    /// <exception cref="ArgumentException">No certificate can name it.</exception>
    internal SslStreamCertificateContext this[string host]
    {
        get
        {
            lock (_gate)
            {
                if (_byHost.TryGetValue(host, out var known))
                    _latestFirst.Remove(known);
                else
                    known = _byHost[host] = new((host, authority.Issue(host)));
                _latestFirst.AddFirst(known);
                if (_byHost.Count > MaximumCertificates)
                    Forget(_latestFirst.Last!);
                return known.Value.Certificate;
            }
        }
    }

    /// <summary>How many are kept.</summary>
    internal int Count => _byHost.Count;

    // Handshakes may still use it; it goes with the last of them.
    private void Forget(LinkedListNode<(string Host, SslStreamCertificateContext Certificate)> oldest)
    {
        _latestFirst.Remove(oldest);
        _byHost.Remove(oldest.Value.Host);
    }
}
