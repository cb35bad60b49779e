using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization.Environments;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Normalization;

/// <summary>A prior that was read from attributes.</summary>
/// <param name="Prior">The distribution.</param>
/// <param name="Data">The sample it was made from; null for a stated one.</param>
/// <param name="Place">The first attribute that states it.</param>
internal sealed record StatedPrior(Prior Prior, BidSample? Data, Place Place);

/// <summary>Which attributes state the prior of which agent. The own prior of an agent comes before the one for all.</summary>
/// <param name="draft">The declaration.</param>
/// <param name="roster">The agents.</param>
/// <param name="needing">The attribute that needs every agent's prior; null if none does.</param>
internal sealed class PriorSource(Draft draft, Roster roster, string? needing)
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal) { "Prior", "HistogramPrior", "DiscretePrior", "PriorFromFile" };

    private readonly Dictionary<EquatableArray<int>, StatedPrior?> _read = [];

    /// <summary>The priors of the agents in order; one entry for alike agents. Null where there is none, or a finding says why.</summary>
    public IReadOnlyList<StatedPrior?> Read()
    {
        List<Use> general = [.. draft.Uses.Where(use => IsSource(use) && use.TextOf("Agent") is null && use.Name is not ("Agent" or "Supplier" or "Seller" or "Buyer" or "Sellers" or "Buyers"))];
        if (!roster.IsNamed && Exchanges.IsExchange(draft))
        {
            return [.. Exchanges.AlikeSides.Select(side => ReadSide(draft.First(side), general, side == "Sellers" ? "every seller" : "every buyer"))];
        }

        if (!roster.IsNamed)
        {
            var all = Read(general);
            Require(general, "every agent", new Place.Type());
            return [all];
        }

        List<StatedPrior?> priors = [];
        var generalCounts = false;
        for (var agent = 0; agent < roster.Names.Count; agent++)
        {
            var name = roster.Names[agent];
            var declaring = roster.Uses[agent];
            List<Use> own = [.. draft.Uses.Where(use => IsSource(use) && (use.Index == declaring.Index || use.TextOf("Agent") == name))];
            generalCounts |= own.Count == 0;
            var stating = own.Count > 0 ? own : general;
            priors.Add(Read(stating));
            Require(stating, $"'{name}'", declaring.Place, new FixProperty(FixData.Agent, name));
        }

        foreach (var use in general.Where(_ => !generalCounts))
        {
            draft.Report(Rule.WithoutEffect, use.Place, use.Name, "every agent has a prior of its own");
        }

        return priors;
    }

    /// <summary>
    /// The priors of the agents in order, one a good; one row for alike agents. A prior of the agent comes before one for all agents, and of these one of the good before
    /// one for all goods.
    /// </summary>
    /// <param name="goods">How many goods there are.</param>
    public IReadOnlyList<IReadOnlyList<StatedPrior?>> ReadGoods(int goods)
    {
        List<Use> sources = [.. draft.Uses.Where(IsSource)];
        HashSet<int> used = [];
        List<IReadOnlyList<StatedPrior?>> rows = [];
        foreach (var agent in Enumerable.Range(0, roster.IsNamed ? roster.Names.Count : 1))
        {
            List<StatedPrior?> row = [];
            string? missing = null;
            for (var good = 0; good < goods; good++)
            {
                var stating = StatingOf(sources, agent, good);
                used.UnionWith(stating.Select(use => use.Index));
                missing ??= stating.Count == 0 ? GoodsEnvironment.NameOf(draft, good) : null;
                row.Add(Read(stating));
            }

            if (missing is not null)
            {
                Require([], $"{(roster.IsNamed ? $"'{roster.Names[agent]}'" : "every agent")} for {missing}", roster.IsNamed ? roster.Uses[agent].Place : new Place.Type(), roster.IsNamed ? [new FixProperty(FixData.Agent, roster.Names[agent])] : []);
            }

            rows.Add(row);
        }

        foreach (var use in sources.Where(use => goods > 0 && !used.Contains(use.Index) && !(use.NumberOf("Good") >= goods)))
        {
            draft.Report(Rule.WithoutEffect, use.Place, use.Name, "every good of every agent has a prior of its own");
        }

        return rows;
    }

    /// <summary>The attributes that state the values of a good for an agent, the nearest to both alone.</summary>
    private List<Use> StatingOf(List<Use> sources, int agent, int good)
    {
        bool IsOwn(Use use) => roster.IsNamed && (use.Index == roster.Uses[agent].Index || use.TextOf("Agent") == roster.Names[agent]);
        bool IsGeneral(Use use) => use.TextOf("Agent") is null && use.Name != "Agent";
        bool IsOfGood(Use use) => use.NumberOf("Good") == good;
        bool IsOfAll(Use use) => use.NumberOf("Good") is null or -1;
        foreach (var isNear in new Func<Use, bool>[]
        {
            use => IsOwn(use) && IsOfGood(use),
            use => IsOwn(use) && IsOfAll(use),
            use => IsGeneral(use) && IsOfGood(use),
            use => IsGeneral(use) && IsOfAll(use),
        })
        {
            if (sources.FindAll(use => isNear(use)) is { Count: > 0 } stating)
            {
                return stating;
            }
        }

        return [];
    }

    /// <summary>The prior of the alike agents of one side of an exchange.</summary>
    private StatedPrior? ReadSide(Use? side, List<Use> general, string whom)
    {
        List<Use> stating = side is { Attribute.TypeArgument: not null } own ? [own] : general;
        Require(stating, whom, side?.Place ?? new Place.Type());
        return Read(stating);
    }

    private static bool IsSource(Use use) =>
        Attributes.Contains(use.Name) || (use.Name is "Agent" or "Supplier" or "Suppliers" or "Seller" or "Sellers" or "Buyer" or "Buyers" && use.Attribute.TypeArgument is not null);

    private void Require(List<Use> stating, string whom, Place place, params FixProperty[] fix)
    {
        if (needing is not null && stating.Count == 0)
        {
            draft.Report(Rule.PriorMissing, place, [$"[{needing}]", whom], fix);
        }
    }

    /// <summary>Reads each combination of attributes once, so that what is wrong with it is said once.</summary>
    private StatedPrior? Read(List<Use> stating)
    {
        var key = stating.Select(use => use.Index).ToEquatableArray();
        if (stating.Count == 0)
        {
            return null;
        }

        if (!_read.TryGetValue(key, out var prior))
        {
            prior = Combine(stating);
            _read.Add(key, prior);
        }

        return prior;
    }

    private StatedPrior? Combine(List<Use> stating)
    {
        if (stating.Count > 1 && stating.Find(use => use.Name != "Prior") is { Attribute: not null } lone)
        {
            var (first, second) = (stating[0], stating[1]);
            draft.Report(
                Rule.AttributesExclude,
                second.Place,
                [second.Name, first.Name, $"both state the prior of the same agent, and only [Prior<...>] components mix; [{lone.Name}] stands alone"],
                new FixProperty(FixData.Other, first.Name));
            return null;
        }

        List<(Prior? Prior, BidSample? Data)> components = [.. stating.Select(use => PriorReader.Read(draft, use))];
        if (components.Exists(component => component.Prior is null))
        {
            return null;
        }

        if (components.Count == 1)
        {
            return new StatedPrior(components[0].Prior!, components[0].Data, stating[0].Place);
        }

        var mixture = PriorCatalogue.Mixture(components.Select(component => component.Prior!).ToEquatableArray(), stating.Select(use => use.NumberOf("Weight") ?? 1).ToEquatableArray());
        foreach (var violation in mixture.Violations.Where(violation => violation.Kind == ViolationKind.Mixture))
        {
            draft.Report(Rule.AttributesExclude, stating[1].Place, "Prior", "Prior", $"a mixture is {violation.Domain}");
        }

        return mixture.Prior is { } prior ? new StatedPrior(prior, null, stating[0].Place) : null;
    }
}
