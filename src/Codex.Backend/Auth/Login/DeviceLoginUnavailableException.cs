namespace Codex.Backend.Auth.Login;

/// <summary>The login server offers no login by device code.</summary>
public sealed class DeviceLoginUnavailableException()
    : AuthException("device code login is not enabled for this Codex server. Use the browser login or verify the server URL.");
