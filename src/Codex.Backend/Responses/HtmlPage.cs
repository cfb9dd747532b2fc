using System.Net;
using System.Text;

namespace Codex.Backend.Responses;

/// <summary>A page for people where an answer of the API should be: some proxy, portal or gateway speaks.</summary>
internal static class HtmlPage
{
    private const int MaximumTitle = 80;

    /// <summary>Whether an answer is such a page.</summary>
    public static bool IsOne(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType == "text/html";

    /// <summary>The error that a page is, whatever its status says.</summary>
    public static async Task<ModelException> ReadAsync(string url, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await FailureBody.ReadAsync(response, cancellationToken).ConfigureAwait(false);
        return ModelErrors.Stream($"{Describe(Encoding.UTF8.GetString(body))}, url: {url}");
    }

    /// <summary>The page in a few words.</summary>
    public static string Describe(string html)
    {
        var title = Title(html);
        var name = title.Length == 0 ? "" : $" (\"{title}\")";
        return $"a web page{name} instead of an answer; a proxy or portal may stand in between";
    }

    private static string Title(string html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        start = start < 0 ? -1 : html.IndexOf('>', start);
        var end = start < 0 ? -1 : html.IndexOf('<', start);
        if (end < 0)
            return "";
        var words = WebUtility.HtmlDecode(html[(start + 1)..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var title = string.Join(' ', words);
        return title.Length <= MaximumTitle ? title : title[..MaximumTitle] + "...";
    }
}
