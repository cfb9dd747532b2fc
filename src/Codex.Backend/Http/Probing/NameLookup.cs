using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Codex.Backend.Http.Probing;

/// <summary>Which addresses a host has.</summary>
public static class NameLookup
{
    /// <summary>The number of addresses of each kind, or why there are none.</summary>
    public static async Task<string> DescribeAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(url.IdnHost, cancellationToken).ConfigureAwait(false);
            var fours = Array.FindAll(addresses, static address => address.AddressFamily == AddressFamily.InterNetwork).Length;
            var first = addresses.Length == 0 ? "none" : addresses[0].AddressFamily == AddressFamily.InterNetwork ? "IPv4" : "IPv6";
            return string.Create(CultureInfo.InvariantCulture, $"{fours} IPv4, {addresses.Length - fours} IPv6, first {first}");
        }
        catch (SocketException exception)
        {
            return $"lookup failed ({exception.Message})";
        }
    }
}
