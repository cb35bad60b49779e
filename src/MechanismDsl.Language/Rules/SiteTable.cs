using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Language.Rules;

/// <summary>A member whose source became part of a rule: the rule's own method, or something that it calls or reads.</summary>
/// <param name="Path">The file.</param>
/// <param name="Span">The member's place in the file.</param>
public readonly record struct SourceMember(string Path, TextSpan Span);

/// <summary>The place that a node of a rule came from.</summary>
/// <param name="Member">The number of the member in <see cref="SiteTable.Members"/>; −1 for a node that the lowering made.</param>
/// <param name="Span">The place, counted from the member's start: edits before the member leave it as it is.</param>
public readonly record struct SourceSite(int Member, TextSpan Span);

/// <summary>
/// Where the nodes of a rule are in the source. It is no part of the rule: equal rules number their nodes alike, and each has its own table.
/// </summary>
/// <param name="Members">The members, the rule's own method first.</param>
/// <param name="Sites">The places by site number.</param>
public sealed record SiteTable(EquatableArray<SourceMember> Members, EquatableArray<SourceSite> Sites)
{
    /// <summary>The number of the first site.</summary>
    public int First { get; init; }

    /// <summary>A table without places.</summary>
    public static SiteTable Empty { get; } = new([], []);

    /// <summary>The location of a site in the compilation that was read; null if the site has none.</summary>
    public Location? Locate(int site, Compilation compilation)
    {
        if (site < First || site >= First + Sites.Count || Sites[site - First] is not { Member: >= 0 } place)
        {
            return null;
        }

        var member = Members[place.Member];
        var span = new TextSpan(member.Span.Start + place.Span.Start, place.Span.Length);
        return compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == member.Path && tree.Length >= span.End) is { } file ? Location.Create(file, span) : null;
    }
}
