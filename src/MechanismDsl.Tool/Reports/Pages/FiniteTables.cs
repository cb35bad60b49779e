using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Reports.Charts;
using MechanismDsl.Tool.Reports.Figures;
using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Pages;

/// <summary>Mechanisms over few finite types as tables: what is decided and paid at every profile.</summary>
internal static class FiniteTables
{
    private const int MostProfiles = 144;

    /// <summary>Longer tables are folded.</summary>
    private const int ShownAtOnce = 16;

    /// <summary>The tables; empty where types are not few and finite.</summary>
    public static IEnumerable<Element> Of(Solution solution) => solution switch
    {
        SolvedExtraction extraction => OfExtraction(extraction),
        SolvedChoice choice => OfChoice(choice),
        SolvedOptimum optimum => OfOptimum(optimum),
        SolvedPartnership partnership => OfPartnership(partnership),
        _ => [],
    };

    private static IEnumerable<Element> OfExtraction(SolvedExtraction solved)
    {
        var types = solved.Prior.Types;
        if (types.Profiles > MostProfiles)
        {
            yield break;
        }

        string[] names = [.. Enumerable.Range(0, types.Agents).Select(agent => solved.Problem.Population is Population.Named(var named) ? named[agent].Name ?? Numbered(agent) : Numbered(agent))];
        yield return Titled("The mechanism at every profile", "Types, their probability, and for each agent its chance of the item and its payment.", new NumberTable(
            ["profile", "probability", .. names.Select(name => $"chance of {name}"), .. names.Select(name => $"{name} pays")],
            [.. Enumerable.Range(0, types.Profiles).Select(profile => (IReadOnlyList<string>)[
                Profile(types.TypesAt(profile).Select((type, agent) => solved.Values[agent][type].Text())),
                RationalText.Of(solved.Prior.Masses[profile]),
                .. Enumerable.Range(0, types.Agents).Select(agent => Text(Chance(solved, agent, profile))),
                .. Enumerable.Range(0, types.Agents).Select(agent => Text(solved.Table.Payments[profile][agent])),
            ])]));
    }

    /// <summary>What an agent's chance is: its lottery's value by that of the item, where the item is worth something to it.</summary>
    private static Fraction Chance(SolvedExtraction solved, int agent, int profile)
    {
        var lottery = solved.Table.Lotteries[profile];
        return agent < lottery.Count ? lottery[agent] : Fraction.Zero;
    }

    private static IEnumerable<Element> OfChoice(SolvedChoice solved)
    {
        if (solved is not { Survey: { IsComplete: true, Profiles: <= MostProfiles, Types: { Count: > 0 } own }, Problem.Choice.Form: not ValueForm.Reported })
        {
            yield break;
        }

        var interpreter = new ChoiceInterpreter(solved.Problem, solved.Derived);
        var types = new TypeSpace(own.Select(list => list.Count).ToEquatableArray());
        var names = ChoiceFigures.Names(solved.Problem, types.Agents);
        yield return Titled("The mechanism at every profile", "What is chosen and what each agent pays; negative: it is paid.", new NumberTable(
            ["profile", "outcome", .. names.Select(name => $"{name} pays")],
            [.. Enumerable.Range(0, types.Profiles).Select(profile =>
            {
                double[] reports = [.. types.TypesAt(profile).Select((type, agent) => own[agent][type])];
                var outcome = interpreter.Run(reports);
                return (IReadOnlyList<string>)[Profile(reports.Select(report => report.Text())), interpreter.Outcomes[outcome.Chosen], .. outcome.Payments.Select(Text)];
            })]));
    }

    private static IEnumerable<Element> OfOptimum(SolvedOptimum solved)
    {
        var (types, outcomes) = (solved.Environment.Design.Types, solved.Environment.Outcomes);
        if (types.Profiles > MostProfiles)
        {
            yield break;
        }

        var names = ChoiceFigures.Names(solved.Problem, types.Agents);
        yield return Titled("The mechanism at every profile", "Types, their probability, what is decided with which probability, and what each agent pays; negative: it is paid.", new NumberTable(
            ["profile", "probability", "outcome", .. names.Select(name => $"{name} pays")],
            [.. Enumerable.Range(0, types.Profiles).Select(profile => (IReadOnlyList<string>)[
                Profile(types.TypesAt(profile).Select((type, agent) => string.Join(" / ", solved.Environment.Types[agent][type].Select(number => number.Text())))),
                RationalText.Of(solved.Environment.Prior.Masses[profile]),
                string.Join(", ", outcomes.Select((outcome, index) => (outcome, Chance: solved.Table.Lotteries[profile][index])).Where(one => !one.Chance.IsZero).Select(one => one.Chance == Fraction.One ? one.outcome : $"{one.outcome} with {RationalText.Of(one.Chance)}")),
                .. solved.Table.Payments[profile].Select(Text),
            ])]));
    }

    private static IEnumerable<Element> OfPartnership(SolvedPartnership solved)
    {
        var names = ChoiceFigures.Names(solved.Problem, solved.Partners.Count);
        yield return Titled("The partners", "The value at which taking part is worth least, the payment that makes up for it, and the gain that is expected.", new NumberTable(
            ["partner", "share", "worst-off value", "pays besides", "expects to gain"],
            [.. solved.Partners.Select((partner, index) => (IReadOnlyList<string>)[names[index], partner.Share.Text(), partner.WorstOff.Text(), partner.SidePayment.Text(), partner.Gain.Text])]));
    }

    private static Element Titled(string title, string words, NumberTable table)
    {
        var rows = PageFrame.Table(table, title);
        return Element.Of(
            "div",
            Element.Of("h3", title),
            Element.Of("p", words).Class("kind"),
            table.Rows.Count <= ShownAtOnce ? rows : Element.Of("details", Element.Of("summary", FormattableString.Invariant($"All {table.Rows.Count} profiles")), rows));
    }

    private static string Profile(IEnumerable<string> types) => $"({string.Join(", ", types)})";

    private static string Numbered(int agent) => FormattableString.Invariant($"agent {agent}");

    private static string Text(Fraction number) => RationalText.Of(number).Replace('-', '−');
}
