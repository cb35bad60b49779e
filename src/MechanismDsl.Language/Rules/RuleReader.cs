using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Memory;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Language.Rules;

/// <summary>
/// Lowers a user's method to a rule. Only what is on the lists of the lowering becomes part of a rule, so every rule is pure: it reads its
/// parameters and constants and nothing else. Everything else is refused at its place, never approximated.
/// </summary>
public static class RuleReader
{
    private static int _lowered;

    /// <summary>How many methods were lowered since the process began; readings that were remembered do not count.</summary>
    public static int Lowered => Volatile.Read(ref _lowered);

    /// <summary>Reads a method, or remembers how it was read when nothing that it depends on has changed.</summary>
    /// <param name="method">A static method of the user's.</param>
    /// <param name="roles">What each of its parameters stands for, in order.</param>
    /// <param name="model">The semantic model of the method's file.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="firstSite">The number of the rule's first site, so that the rules of one mechanism have sites of their own.</param>
    public static RuleReading Read(IMethodSymbol method, EquatableArray<ParameterRoles> roles, SemanticModel model, CancellationToken cancellation, int firstSite = 0)
    {
        // A partial method has two declarations, and the memory would have to know both.
        return method is { DeclaringSyntaxReferences: [var declaration], PartialDefinitionPart: null, PartialImplementationPart: null }
            ? ReadingMemory.Of(declaration, roles, firstSite, model.Compilation, Lower, cancellation)
            : Lower().Reading;

        (RuleReading Reading, IEnumerable<SyntaxTree> Files) Lower()
        {
            Interlocked.Increment(ref _lowered);
            var lowerer = new Lowerer(model, cancellation);
            return (Read(method, roles, lowerer, cancellation, firstSite), lowerer.Bodies.Files);
        }
    }

    private static RuleReading Read(IMethodSymbol method, EquatableArray<ParameterRoles> roles, Lowerer lowerer, CancellationToken cancellation, int firstSite)
    {
        try
        {
            var draft = new MethodLowering(lowerer).Lower(method, roles);
            var (rule, places) = Canonical.Of(method.Name, draft.Parameters, draft.Body, draft.Result, firstSite);
            return new RuleReading(rule, null, Table(places, lowerer.Places, cancellation) with { First = firstSite });
        }
        catch (RefusedException refused)
        {
            var syntax = refused.Syntax ?? method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
            return new RuleReading(null, new RuleRefusal(refused.Message, syntax?.SyntaxTree.FilePath ?? "", syntax?.Span ?? default), SiteTable.Empty);
        }
    }

    private static SiteTable Table(IReadOnlyList<int> sites, IReadOnlyList<SyntaxNode> places, CancellationToken cancellation)
    {
        List<SourceMember> members = [];
        Dictionary<SyntaxNode, int> numbers = [];
        var spans = new SourceSite[sites.Count];
        for (var site = 0; site < spans.Length; site++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (sites[site] < 0)
            {
                spans[site] = new SourceSite(-1, default);
                continue;
            }

            var place = places[sites[site]];
            var member = Bodies.MemberAround(place);
            if (!numbers.TryGetValue(member, out var number))
            {
                number = members.Count;
                numbers.Add(member, number);
                members.Add(new SourceMember(member.SyntaxTree.FilePath, member.Span));
            }

            spans[site] = new SourceSite(number, new TextSpan(place.SpanStart - member.SpanStart, place.Span.Length));
        }

        return new SiteTable(members.ToEquatableArray(), EquatableArray.Create<SourceSite>(spans));
    }
}
