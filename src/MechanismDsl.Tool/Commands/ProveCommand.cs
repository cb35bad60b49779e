using System.CommandLine;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Tool.Mechanisms;
using Spectre.Console;

namespace MechanismDsl.Tool.Commands;

/// <summary><c>mechanism prove</c>: every law of a mechanism's own rules with its verdict, its certificate and what the independent checker says of it.</summary>
internal static class ProveCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var name = Choices.Name();
        var project = Choices.Project();
        var brief = new Option<bool>("--brief", "-b") { Description = "Leaves the certificates out." };
        var command = new Command("prove", "Proves the rules of a mechanism again, and shows the certificates step by step.") { name, project, brief };
        command.SetAction((call, cancellation) =>
        {
            var (compilation, mechanisms) = Choices.Read(call.GetValue(project), cancellation);
            var mechanism = mechanisms.Named(call.GetValue(name)!);
            var judgements = Screen.While("Proving", () => Prover.Prove(compilation, mechanism, cancellation));
            Write(mechanism, judgements, call.GetValue(brief));
            return Task.FromResult(judgements.All(one => one.Verdict is Verdict.Proved) ? 0 : ToolException.BadProject);
        });
        return command;
    }

    private static void Write(Declared mechanism, IReadOnlyCollection<Judgement> judgements, bool isBrief)
    {
        var screen = Screen.Results;
        foreach (var (guarantee, theorem, scope) in mechanism.Guarantees.Strongest())
        {
            screen.MarkupLineInterpolated($"[green]holds[/] {guarantee.Words()}: {theorem} ({scope})");
        }

        if (judgements.Count == 0 && mechanism.Guarantees.Length > 0)
        {
            screen.WriteLine("There are no rules of one's own: everything above holds by theorem for the solved mechanism.");
        }

        foreach (var one in judgements)
        {
            screen.Write(new Rule(Markup.Escape(Law(one.Question.Property))).LeftJustified());
            switch (one.Verdict)
            {
                case Verdict.Proved proved:
                    screen.MarkupLineInterpolated($"[green]proved[/] {Scope(proved.Scope)}, {Arithmetic(proved)}, by {proved.Certificate.Technique}");
                    screen.WriteLine(Checked(one));
                    if (!isBrief)
                    {
                        screen.Profile.Out.Writer.WriteLine(proved.Certificate.Text);
                    }

                    break;
                case Verdict.Refuted:
                    screen.MarkupLineInterpolated($"[red]refuted[/]: {one.Words}");
                    break;
                case Verdict.Undecided(var reason, _):
                    screen.MarkupLineInterpolated($"[yellow]not decided[/]: {reason}");
                    break;
            }
        }
    }

    private static string Checked(Judgement one) => one.Checked switch
    {
        { Objection: null, Obligations: 0, Others: 0 } => "No obligation was left to check.",
        { Objection: null, Others: 0 } report => FormattableString.Invariant($"The checker agrees with all {report.Obligations} obligations."),
        { Objection: null } report => FormattableString.Invariant($"The checker agrees with {report.Obligations} obligations and could not follow {report.Others}."),
        { Objection: var objection } => $"The checker does not take it up: {objection}.",
        null => string.Empty,
    };

    private static string Scope(Scope scope) => scope switch
    {
        Proofs.Verdicts.Scope.EveryNumber => "for every number of agents",
        Proofs.Verdicts.Scope.AtLeast(var fewest) => FormattableString.Invariant($"for {fewest} agents and more"),
        Proofs.Verdicts.Scope.Numbers(var counts) => $"for {string.Join(", ", counts.Select(count => FormattableString.Invariant($"{count}")))} agents",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    private static string Arithmetic(Verdict.Proved proved) => proved.Arithmetic == Proofs.Verdicts.Arithmetic.Exact
        ? "of the program as it runs, to the last bit"
        : proved.Breach is null ? "in real arithmetic" : "in real arithmetic; rounding breaks it at single profiles";

    private static string Law(Property property) => property switch
    {
        Property.Total => "The rule has a result on all legal reports",
        Property.MonotoneScore => "A better report never lowers the score",
        Property.MonotoneAllocation => "A better report never gets less",
        Property.Feasible => "No more is given away than there is",
        Property.PaymentIdentity => "The payment is the threshold payment plus a term of the others",
        Property.Truthful => "Truth is a dominant strategy",
        Property.IndividuallyRational => "Nobody who is truthful loses by taking part",
        Property.NoSubsidy => "Nobody is paid",
        Property.NoDeficit => "The payments cover the cost",
        _ => property.ToString(),
    };
}
