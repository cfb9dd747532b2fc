namespace Codex.Backend.Auth.Login;

/// <summary>What the user types at the login server from any device.</summary>
/// <param name="PageUrl">Where.</param>
/// <param name="UserCode">What.</param>
/// <param name="Id">What the login server knows the attempt by.</param>
/// <param name="Interval">How often to ask whether the user has done it.</param>
public sealed record DeviceCode(string PageUrl, string UserCode, string Id, TimeSpan Interval);
