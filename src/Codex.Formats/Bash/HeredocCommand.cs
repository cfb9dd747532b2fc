namespace Codex.Formats.Bash;

/// <summary>A script that is nothing but one program, with no arguments, fed from a here-document.</summary>
/// <param name="Directory">What a leading <c>cd … &amp;&amp;</c> names, without its quotes; null when there is none.</param>
/// <param name="Program">The program.</param>
/// <param name="Body">The here-document as written: nothing in it is expanded; without line feeds at its end.</param>
public sealed record HeredocCommand(string? Directory, string Program, string Body)
{
    /// <summary>Recognises <c>program &lt;&lt;'WORD'</c> and <c>cd directory &amp;&amp; program &lt;&lt;'WORD'</c>; null for every other script.</summary>
    public static HeredocCommand? Recognize(string script) => new HeredocReader(script).Read();
}
