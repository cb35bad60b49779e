using System.Text;
using MechanismDsl.Generators.Pipeline;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Rules;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Generators;

/// <summary>
/// Writes the generated part of every type marked <c>[Mechanism]</c>: find → read → normalise → solve → plan → write. Only finding and
/// reading run on every keystroke; everything behind them works on plain values and runs when these change.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class MechanismGenerator : IIncrementalGenerator
{
    private const string Trigger = "MechanismDsl.MechanismAttribute";

    private readonly Func<Problem, CancellationToken, Solution> _solve;

    /// <summary>The generator as the compiler makes it.</summary>
    public MechanismGenerator()
        : this(Solver.Solve)
    {
    }

    /// <summary>A generator with another solver: tests count its calls or let it fail.</summary>
    internal MechanismGenerator(Func<Problem, CancellationToken, Solution> solve) => _solve = solve;

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.SyntaxProvider
            .ForAttributeWithMetadataName(Trigger, static (node, _) => IsType(node), static (type, cancellation) => Find(type, cancellation))
            .WithTrackingName(StepNames.Declaration);

        var read = found
            .Combine(context.AdditionalTextsProvider.Collect())
            .Select(static (pair, cancellation) => (Found: pair.Left, Files: DataOf(pair.Left.Declaration, pair.Right, cancellation)))
            .WithTrackingName(StepNames.Files);

        var understood = read
            .Select(static (source, cancellation) => Understand(source.Found, source.Files, cancellation))
            .WithTrackingName(StepNames.Reading);

        var solved = understood
            .Select((meaning, cancellation) => Solve(meaning, cancellation))
            .WithTrackingName(StepNames.Solution);

        var planned = solved
            .Select(static (solution, cancellation) => Plan(solution, cancellation))
            .WithTrackingName(StepNames.Plan);

        var gate = context.CompilationProvider
            .Select(static (compilation, _) => Gate.SilencedIn(compilation))
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => Gate.RunAnalyzers(options.GlobalOptions)))
            .Select(static (watched, _) => new Gate(watched.Left, watched.Right))
            .WithTrackingName(StepNames.Gate);

        var twins = found
            .Select(static (one, _) => FileFrame.FileName(one.Declaration.Type))
            .Collect()
            .Select(static (names, _) => FileFrame.Twins(names));

        context.RegisterSourceOutput(planned.Combine(gate).Combine(twins), static (output, pair) => Write(output, pair.Left.Left, pair.Left.Right, pair.Right));
    }

    private static bool IsType(SyntaxNode node) =>
        node.RawKind is (int)SyntaxKind.ClassDeclaration or (int)SyntaxKind.StructDeclaration
            or (int)SyntaxKind.RecordDeclaration or (int)SyntaxKind.RecordStructDeclaration;

    private static Found Find(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var compilation = context.SemanticModel.Compilation;
        var declaration = DeclarationReader.Read(type, compilation, cancellation);
        if (declaration.Rules.Count == 0)
        {
            return new Found(declaration, Gate.SilencedOn(type));
        }

        // A defect of the reading leaves out a hash and a formula; whether the rules are right is not decided here.
        var (hash, score) = Attempt<Tuple<string?, Rule?>>.Of(() =>
        {
            var (read, rule) = RuleFingerprint.Read(type, declaration.Rules, compilation, cancellation);
            return Tuple.Create(read, rule);
        }).Value ?? Tuple.Create<string?, Rule?>(null, null);
        return new Found(declaration, Gate.SilencedOn(type)) { Rules = hash, Score = score };
    }

    /// <summary>The content of the files that a declaration names, and of no other, so that an edit elsewhere changes nothing here.</summary>
    private static EquatableArray<DataFile> DataOf(Declaration declaration, IEnumerable<AdditionalText> files, CancellationToken cancellation)
    {
        var named = DataFiles.NamedBy(declaration);
        return named.Count == 0
            ? []
            : files
                .Where(file => named.Any(name => DataFiles.Matches(file.Path, name)))
                .Select(file => new DataFile(file.Path, file.GetText(cancellation)?.ToString() ?? string.Empty))
                .ToEquatableArray();
    }

    private static Understood Understand(Found found, EquatableArray<DataFile> files, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new Understood(found, Attempt<Reading>.Of(() => Normaliser.Read(found.Declaration, files)));
    }

    private Solved Solve(Understood understood, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return new Solved(
            understood,
            understood.Reading.Value?.Problem is { } problem
                ? Attempt<Solution>.Of(() => _solve(problem, cancellation))
                : new Attempt<Solution>(null, null));
    }

    private static Planned Plan(Solved solved, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var ((found, reading), solution) = solved;
        var plan = reading.Value is { } meaning && solution.Value is { } solvedProblem
            ? Attempt<FilePlan>.Of(() => Families.Plan(found, meaning, solvedProblem))
            : new Attempt<FilePlan>(null, null);
        var rules = reading.Value is { Problem: null } refused
            ? refused.Findings.Select(finding => finding.Id).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray()
            : [];
        return new Planned(
            found,
            plan.Value,
            rules,
            reading.Failure ?? solution.Failure ?? plan.Failure,
            found.Declaration.Attributes.Any(attribute => attribute.Name == "Guarantees"));
    }

    private static void Write(SourceProductionContext output, Planned planned, Gate gate, EquatableArray<string> twins)
    {
        output.CancellationToken.ThrowIfCancellationRequested();
        if (FileText.Of(planned, gate) is { } text)
        {
            output.AddSource(FileFrame.HintName(FileFrame.FileName(planned.Found.Declaration.Type), twins), SourceText.From(text, Encoding.UTF8));
        }
    }
}
