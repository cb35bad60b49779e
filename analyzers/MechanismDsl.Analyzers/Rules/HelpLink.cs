namespace MechanismDsl.Analyzers.Rules;

/// <summary>Where the page of a rule stands: <see cref="Base"/> + id + <see cref="Extension"/>.</summary>
internal static class HelpLink
{
    /// <summary>The folder of the pages.</summary>
    public const string Base = "https://github.com/mechanismdsl/mechanismdsl/blob/main/docs/diagnostics/";

    /// <summary>The pages are Markdown.</summary>
    public const string Extension = ".md";
}
