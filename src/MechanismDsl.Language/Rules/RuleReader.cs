using MechanismDsl.Language.Memory;
using MechanismDsl.Language.Rules.Lowering;
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
    private static readonly SourceMemory<Method, RuleReading> Known = new();

    private static int _lowered;

    /// <summary>How many methods were lowered since the process began; readings that were remembered do not count.</summary>
    public static int Lowered => Volatile.Read(ref _lowered);

    /// <summary>Reads a method, or remembers how it was read when nothing that it depends on has changed.</summary>
    /// <param name="method">A static method of the user's.</param>
    /// <param name="roles">What each of its parameters stands for, in order.</param>
    /// <param name="model">The semantic model of the method's file.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <param name="firstSite">The number of the rule's first site, so that the rules of one mechanism have sites of their own.</param>
    /// <param name="seen">Receives the files that the reading rests on.</param>
    public static RuleReading Read(
        IMethodSymbol method,
        EquatableArray<ParameterRoles> roles,
        SemanticModel model,
        CancellationToken cancellation,
        int firstSite = 0,
        FilesRead? seen = null)
    {
        // A partial method has two declarations, and the memory would have to know both.
        if (method is { DeclaringSyntaxReferences: [var declaration], PartialDefinitionPart: null, PartialImplementationPart: null })
        {
            seen?.AddDeclarations(method);
            return Known.Of(declaration.SyntaxTree, new Method(declaration.Span, roles, firstSite), model.Compilation, Lower, seen, cancellation);
        }

        var files = seen ?? new FilesRead();
        foreach (var part in (IMethodSymbol?[])[method, method.PartialDefinitionPart, method.PartialImplementationPart])
        {
            if (part is not null)
            {
                files.AddDeclarations(part);
            }
        }

        return Lower(files);

        RuleReading Lower(FilesRead files)
        {
            Interlocked.Increment(ref _lowered);
            var lowerer = new Lowerer(model, cancellation);
            var reading = Read(method, roles, lowerer, cancellation, firstSite);
            files.Add(lowerer.Bodies.Files);
            return reading;
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

    private readonly record struct Method(TextSpan Span, EquatableArray<ParameterRoles> Roles, int FirstSite);
}
