using System.Net.Sockets;
using Codex.Platform.Environment;

namespace Codex.Platform.Linux.DBus;

/// <summary>Where the user's bus listens.</summary>
internal static class DBusAddress
{
    /// <summary>The socket; null when nothing names one.</summary>
    public static UnixDomainSocketEndPoint? Find(HostEnvironment host)
    {
        foreach (var address in (host.GetVariable("DBUS_SESSION_BUS_ADDRESS") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(address) is { } path)
                return new UnixDomainSocketEndPoint(path);
        }

        return host.GetNonEmptyVariable("XDG_RUNTIME_DIR") is { } directory && File.Exists(Path.Join(directory, "bus"))
            ? new UnixDomainSocketEndPoint(Path.Join(directory, "bus"))
            : null;
    }

    private static string? Parse(string address)
    {
        if (!address.StartsWith("unix:", StringComparison.Ordinal))
            return null;
        foreach (var entry in address["unix:".Length..].Split(','))
        {
            if (entry.StartsWith("path=", StringComparison.Ordinal))
                return Uri.UnescapeDataString(entry["path=".Length..]);
            if (entry.StartsWith("abstract=", StringComparison.Ordinal))
                return "\0" + Uri.UnescapeDataString(entry["abstract=".Length..]);
        }

        return null;
    }
}
