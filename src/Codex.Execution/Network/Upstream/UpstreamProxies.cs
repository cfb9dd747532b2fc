using System.Text;
using Codex.Execution.Network.Rules;
using Codex.Platform.Environment;

namespace Codex.Execution.Network.Upstream;

/// <summary>The proxies of our own environment. Only those that speak plain HTTP are used, as in 0.136.0.</summary>
internal sealed class UpstreamProxies(HostEnvironment host)
{
    /// <summary>The proxy on the way to a host; null when there is none.</summary>
    internal UpstreamProxy? For(string target, bool isSecure)
    {
        if (IsExcepted(target))
            return null;
        var value = isSecure ? Variable("HTTPS_PROXY") : Variable("HTTP_PROXY");
        return (value ?? Variable("ALL_PROXY")) is { } address ? Parse(address) : null;
    }

    private static UpstreamProxy? Parse(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.Host.Length is 0)
            return null;
        var credential = uri.UserInfo.Length > 0
            ? $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo)))}"
            : null;
        return new(uri.IdnHost.Trim('[', ']'), uri.Port, credential);
    }

    private bool IsExcepted(string target)
    {
        foreach (var entry in (Variable("NO_PROXY") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var name = HostName.Normalize(entry.AsSpan().TrimStart('.'));
            if (entry is "*" || target == name || target.EndsWith("." + name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private string? Variable(string name) => host.GetNonEmptyVariable(name) ?? host.GetNonEmptyVariable(name.ToLowerInvariant());
}
