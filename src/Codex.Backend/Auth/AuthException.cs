namespace Codex.Backend.Auth;

/// <summary>Credentials cannot be read, kept, obtained or renewed. The message is for the user and holds no secret.</summary>
public class AuthException : Exception
{
    /// <summary>Creates the error.</summary>
    public AuthException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
