using MechanismDsl.Auditing.Tests.Mechanisms;
using MechanismDsl.Examples;
using Xunit.Abstractions;
namespace MechanismDsl.Auditing.Tests;
public class Scratch(ITestOutputHelper o)
{
    private void Do(string n, Func<AuditReport> f) { try { var w = System.Diagnostics.Stopwatch.StartNew(); o.WriteLine(f().ToString() + "  " + w.ElapsedMilliseconds + " ms"); } catch (AuditException e) { o.WriteLine(n + " EX " + e.Message); } }
    [Fact] public void All()
    {
        Do("ws", () => Audit.Exact<WholeSecondPrice>());
        Do("wf", () => Audit.Exact<WholeFirstPrice>());
        Do("sp", () => Audit.Exact<SecondPrice>(new() { Agents = 3, Types = [[1, 2, 3]] }));
        Do("third", () => Audit.Exact<ThirdPrice>(new() { Agents = 3, Types = [[1, 2, 3]] }));
        Do("gsp", () => Audit.Exact<Gsp>(new() { Agents = 3, Types = [[4, 8, 10]] }));
        Do("fee", () => Audit.Exact<Fee>(new() { Agents = 2, Types = [[1, 2, 3]] }));
        Do("allpay", () => Audit.Exact<EverybodyPays>(new() { Agents = 2, Types = [[1, 2, 3]] }));
        Do("disc", () => Audit.Exact<Discriminatory>(new() { Agents = 3, Types = [[1, 2, 3]] }));
        Do("greedy", () => Audit.Exact<GreedyLink>(new() { Types = [[4, 8, 10]] }));
        Do("cents", () => Audit.Exact<CentSourcing>(new() { Agents = 2, Types = [[4, 8, 10.5]] }));
        Do("bridge", () => Audit.Exact<Bridge>(new() { Types = [[20, 30, 60]] }));
        Do("two", () => Audit.Exact<TwoTypes>());
        Do("house", () => Audit.Exact<WholeHouse>());
        Do("half", () => Audit.Exact<HalfPrice>(new() { Agents = 2, Types = [[1, 2, 3]] }));
        Do("home", () => Audit.Exact<HomeImprovement>());
        Do("homeext", () => Audit.Exact<HomeExternality>());
        Do("homerights", () => Audit.Exact<HomeRights>());
        Do("corr", () => Audit.Exact<CorrelatedSale>());
        Do("tax", () => Audit.Exact<IncomeTax>());
    }
    [Fact] public void Search()
    {
        Do("sp", () => Audit.Search<SecondPrice>(new() { Agents = 3}));
        Do("third", () => Audit.Search<ThirdPrice>(new() { Agents = 3 }));
        Do("gsp", () => Audit.Search<Gsp>(new() { Agents = 3 }));
        Do("fp", () => Audit.Search<FirstPrice>(new() { Agents = 3 }));
        Do("two", () => Audit.Search<TwoBuyers>());
        Do("house", () => Audit.Search<House>());
        Do("grain", () => Audit.Search<GrainMarket>(new() { Buyers = 2, Sellers = 2 }));
        Do("berths", () => Audit.Search<Berths>(new() { Agents = 3 }));
        Do("spons", () => Audit.Search<SponsoredSearch>(new() { Agents = 3 }));
        Do("permits", () => Audit.Search<Permits>(new() { Agents = 3 }));
        Do("lic", () => Audit.Search<Licences>(new() { Vectors = [[[3, 10]], [[1, 6]], [[2, 6]]] }));
        Do("core", () => Audit.Search<CoreLicences>(new() { Vectors = [[[3, 10]], [[1, 6]], [[2, 6]]] }));
        Do("half", () => Audit.Search<HalfPrice>(new() { Agents = 2}));
        Do("bridge", () => Audit.Search<Bridge>());
        Do("cents", () => Audit.Search<CentSourcing>(new() { Agents = 2}));
        Do("greedy", () => Audit.Search<GreedyLink>());
        Do("album", () => Audit.Search<Album>());
        Do("buyout", () => Audit.Search<Buyout>());
        Do("tickets", () => Audit.Search<Tickets>(new() { Agents = 3 }));
        Do("bimodal", () => Audit.Search<Bimodal>(new() { Agents = 3 }));
        Do("sourcing", () => Audit.Search<Sourcing>(new() { Agents = 3 }));
        Do("banner", () => Audit.Search<BannerAuction>(new() { Agents = 3 }));
        Do("link", () => Audit.Search<Link>());
        Do("adslots", () => Audit.Search<AdSlots>(new() { Agents = 3 }));
        Do("vick", () => Audit.Search<Vickrey>(new() { Agents = 3 }));
    }
}
