using System.Net.Sockets;
using Codex.Platform.Environment;

namespace Codex.Backend.Http.Probing;

/// <summary>Explains why a server could not be reached: what was tried on whose behalf, and what failed.</summary>
internal static class ConnectionCauses
{
    /// <summary>The causes, outermost first.</summary>
    public static List<string> Describe(HostEnvironment environment, Uri destination, Exception failure, string? certificate)
    {
        var causes = new List<string> { failure is ConnectionException ? failure.Message : $"{Kind(failure)} {destination.IdnHost}" };
        if (certificate is not null)
            causes.Add(certificate);
        var reason = Innermost(failure).Message;
        if (certificate is null && !causes.Contains(reason))
            causes.Add(reason);
        return causes;
    }

    /// <summary>What was waited for.</summary>
    public static string Waiting(HostEnvironment environment, Uri destination) =>
        EnvironmentProxy.Create(environment)?.Describe(destination) ?? $"connection to {destination.IdnHost}";

    /// <summary>Whether there was no connection at all.</summary>
    public static bool IsUnconnected(Exception failure) => Error(failure)
        is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static string Kind(Exception failure) => Error(failure) switch
    {
        HttpRequestError.NameResolutionError => "DNS lookup of",
        HttpRequestError.ConnectionError when Innermost(failure) is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain } => "DNS lookup of",
        HttpRequestError.SecureConnectionError => "TLS handshake with",
        _ => "connection to",
    };

    private static HttpRequestError? Error(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown and var error })
                return error;
        }

        return null;
    }

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}
