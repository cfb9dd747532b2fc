namespace Codex.Formats.Text.Templates;

/// <summary>A template is malformed, or the values do not fit its placeholders.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and where.</param>
    public TemplateException(string message)
        : base(message)
    {
    }
}
